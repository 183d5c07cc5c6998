// The page works without this; with it, what others change appears by itself, and categories open in place.
(function () {
  'use strict';
  var base = document.body.dataset.base || '';

  // Whether what was changed is in what the element shows: its month, so many months before it, or a list it names.
  function isStale(element, stale) {
    var month = element.dataset.month;
    var lists = (element.dataset.lists || '').split(' ');
    if (stale.lists.some(function (list) { return lists.indexOf(list) >= 0; })) return true;
    if (!month) return element.dataset.months === 'all' && (stale.months.length > 0 || stale.plan_from !== null);
    if (stale.plan_from !== null && stale.plan_from <= month) return true;
    var first = back(month, Number(element.dataset.span || 1));
    return stale.months.some(function (changed) { return changed > first && changed <= month; });
  }

  function back(month, count) {
    var months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
    return String(Math.floor(months / 12)).padStart(4, '0') + '-' + String(months % 12 + 1).padStart(2, '0');
  }

  function refresh(element) {
    // What somebody is typing is not taken from under their hands.
    if (element.querySelector('form.editing') || element.contains(document.activeElement) && /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName)) {
      element.dataset.waiting = 'yes';
      return;
    }
    htmx.ajax('GET', location.pathname + location.search, { target: '#' + element.id, select: '#' + element.id, swap: 'outerHTML' })
      .then(function () {
        var live = document.getElementById('live');
        live.textContent = '';
        setTimeout(function () { live.textContent = live.dataset.text; }, 50);
      });
  }

  if (document.body.dataset.since && window.EventSource) {
    var stream = new EventSource(base + '/changes/stream?since=' + encodeURIComponent(document.body.dataset.since));
    stream.addEventListener('change', function (event) {
      var stale = JSON.parse(event.data).stale;
      document.querySelectorAll('[data-fresh]').forEach(function (element) {
        if (isStale(element, stale)) refresh(element);
      });
    });
    window.addEventListener('pagehide', function () { stream.close(); });
  }

  document.addEventListener('focusout', function () {
    var waiting = document.querySelector('[data-waiting]');
    if (waiting) {
      delete waiting.dataset.waiting;
      setTimeout(function () { refresh(waiting); }, 0);
    }
  });

  // Opens a category below its line, and closes it again.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a.opens');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    var line = link.closest('li');
    var open = line.querySelector('.opened');
    if (open) {
      open.remove();
      link.setAttribute('aria-expanded', 'false');
      return;
    }
    var place = document.createElement('div');
    place.className = 'opened';
    line.appendChild(place);
    link.setAttribute('aria-expanded', 'true');
    htmx.ajax('GET', link.getAttribute('href'), { target: place, select: '#inside', swap: 'innerHTML' });
  });

  // A month that is picked is opened at once.
  document.addEventListener('change', function (event) {
    if (event.target.matches('.pick input') && event.target.value) event.target.form.requestSubmit();
  });
})();
