package io.prorata.adapter.web.member;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.member.RenameMember;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;

/** The keys of members. */
@Controller("/members")
@ExecuteOn(TaskExecutors.BLOCKING)
class MemberKeysController {

    private final RenameMember renameMember;
    private final IdempotencyKeys once;

    MemberKeysController(RenameMember renameMember, IdempotencyKeys once) {
        this.renameMember = renameMember;
        this.once = once;
    }

    /**
     * Give a member another key. In all configs, bills, provisions, movements, budgets, accounts, settlements, sorting rules and
     * transactions; amounts stay as they are, and so does the history. A key of another member is refused. {@code dry_run} reports without
     * changing: how many things name the member.
     */
    @Post("/renames")
    HttpResponse<MemberRenameResponse> rename(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid MemberRenameRequest body) {
        RenameMember.Command command = body.command(dryRun.isTrue());
        return once.answer(request, access, body, actor -> {
            var renamed = renameMember.rename(access.household(), actor, command);
            return Answers.done(renamed, MemberRenameResponse.of(renamed.result()));
        });
    }
}
