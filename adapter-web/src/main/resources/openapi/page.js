// Reads ../openapi and lists its operations; each can be tried. Text is set as text, never as markup.
'use strict';

const byId = id => document.getElementById(id);

const make = (tag, text, ...children) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
};

const typeOf = schema => {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.enum) return schema.enum.join(' | ');
  const type = [].concat(schema.type || (schema.oneOf || schema.anyOf || []).map(typeOf)).join(' | ');
  return type === 'array' ? 'list of ' + typeOf(schema.items) : type + (schema.format ? ' (' + schema.format + ')' : '');
};

const row = (tag, ...cells) => {
  const line = make('tr');
  line.append(...cells.map(cell => cell instanceof Node ? make('td', '', cell) : make(tag, cell)));
  return line;
};

// A request that only reads is sent at once; any other is shown first, and sent if the person says so.
const reads = method => ['get', 'head'].includes(method);

const confirmed = (method, address, body) => new Promise(resolve => {
  const dialog = byId('confirm');
  byId('confirm-request').textContent =
    method.toUpperCase() + ' ' + address.replace('..', '') + (body ? '\n\n' + body.value : '');
  dialog.returnValue = '';
  byId('confirm-send').onclick = () => dialog.close('send');
  byId('confirm-cancel').onclick = () => dialog.close('');
  // Escape closes it too, and sends nothing.
  dialog.onclose = () => resolve(dialog.returnValue === 'send');
  dialog.showModal();
});

async function send(method, path, parameters, inputs, body, output) {
  let address = '..' + path;
  const query = new URLSearchParams();
  const headers = {};
  for (const parameter of parameters) {
    const value = inputs.get(parameter).value;
    if (value === '') continue;
    if (parameter.in === 'path') address = address.replace('{' + parameter.name + '}', encodeURIComponent(value));
    else if (parameter.in === 'header') headers[parameter.name] = value;
    else query.append(parameter.name, value);
  }
  if (byId('token').value) headers.Authorization = 'Bearer ' + byId('token').value;
  if (body) headers['Content-Type'] = body.dataset.type;
  if (query.size) address += '?' + query;
  if (!reads(method) && !await confirmed(method, address, body)) {
    output.textContent = 'Not sent.';
    return;
  }
  output.textContent = '...';
  try {
    const answer = await fetch(address, {
      method: method.toUpperCase(), headers, body: body ? body.value : undefined });
    const text = await answer.text();
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* not JSON: shown as it is */ }
    const told = ['etag', 'location', 'link', 'x-revision', 'retry-after'].filter(name => answer.headers.has(name))
      .map(name => name + ': ' + answer.headers.get(name));
    output.textContent = [answer.status + ' ' + answer.statusText, ...told, '', shown].join('\n');
  } catch (failure) {
    output.textContent = String(failure);
  }
}

function operation(path, method, described) {
  const details = make('details', '', make('summary', '', make('b', method.toUpperCase()), path));
  const said = described.summary + (described.description ? ' ' + described.description : '');
  details.dataset.text = (method + ' ' + path + ' ' + said).toLowerCase();
  details.append(make('p', said));
  const parameters = described.parameters || [];
  const inputs = new Map();
  if (parameters.length) {
    const table = make('table', '', row('th', 'in', 'name', 'type', 'value'));
    for (const parameter of parameters) {
      const input = make('input');
      input.value = parameter.schema.default ?? '';
      input.ariaLabel = parameter.name;
      inputs.set(parameter, input);
      table.append(row('td', parameter.in, parameter.name + (parameter.required ? ' *' : ''), typeOf(parameter.schema), input));
    }
    details.append(table);
  }
  let body = null;
  if (described.requestBody) {
    const [type, content] = Object.entries(described.requestBody.content)[0];
    body = make('textarea');
    body.ariaLabel = 'body';
    body.dataset.type = type;
    body.value = typeof content.example === 'string' ? content.example : JSON.stringify(content.example, null, 2) ?? '';
    details.append(make('p', 'Body: ' + type + ' ' + typeOf(content.schema)), body);
  }
  const output = make('pre');
  const button = make('button', 'Send');
  button.type = 'button';
  button.addEventListener('click', () => send(method, path, parameters, inputs, body, output));
  const answers = make('table', '', row('th', 'status', 'answer'));
  for (const [status, answer] of Object.entries(described.responses)) {
    const schema = Object.values(answer.content || {})[0]?.schema;
    answers.append(row('td', status, answer.description + (schema ? ': ' + typeOf(schema) : '')));
  }
  details.append(answers, button, output);
  return details;
}

async function start() {
  const description = await (await fetch('../openapi')).json();
  byId('about').textContent = description.info.description;
  const main = byId('operations');
  main.textContent = '';
  const sections = new Map();
  for (const [path, item] of Object.entries(description.paths)) {
    for (const [method, described] of Object.entries(item)) {
      const tag = described.tags[0];
      if (!sections.has(tag)) {
        sections.set(tag, make('section', '', make('h2', tag)));
        main.append(sections.get(tag));
      }
      sections.get(tag).append(operation(path, method, described));
    }
  }
  const schemas = make('section', '', make('h2', 'shapes'));
  for (const [name, schema] of Object.entries(description.components.schemas)) {
    schemas.append(make('details', '', make('summary', name), make('pre', JSON.stringify(schema, null, 2))));
  }
  main.append(schemas);
  byId('find').addEventListener('input', event => {
    const wanted = event.target.value.toLowerCase();
    for (const details of main.querySelectorAll('details[data-text]')) {
      details.hidden = !details.dataset.text.includes(wanted);
    }
  });
  byId('access').addEventListener('submit', event => event.preventDefault());
}

start().catch(failure => { byId('operations').textContent = String(failure); });
