package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.imports.RemoveImportProfile;
import io.prorata.application.imports.ReplaceImportProfile;
import io.prorata.application.imports.ShowImportProfile;
import io.prorata.application.imports.ShowImportProfiles;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How bank files are read, as it was stated once for each account and header. */
@Controller("/import-profiles")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportProfileController {

    private final ShowImportProfiles showProfiles;
    private final ShowImportProfile showProfile;
    private final ReplaceImportProfile replaceProfile;
    private final RemoveImportProfile removeProfile;

    ImportProfileController(
            ShowImportProfiles showProfiles,
            ShowImportProfile showProfile,
            ReplaceImportProfile replaceProfile,
            RemoveImportProfile removeProfile) {
        this.showProfiles = showProfiles;
        this.showProfile = showProfile;
        this.replaceProfile = replaceProfile;
        this.removeProfile = removeProfile;
    }

    @Serdeable.Serializable
    record ProfilesResponse(List<ProfileResponse> profiles) {}

    /**
     * @param account that the options name; null if they name none
     * @param header of the files that are read by it: letters and digits of the line that names their columns
     * @param options as they were stated
     */
    @Serdeable.Serializable
    record ProfileResponse(long id, @Nullable String account, String header, Map<String, String> options) {
        static ProfileResponse of(ImportProfile profile) {
            return new ProfileResponse(profile.id(), profile.account(), profile.header(), profile.options());
        }
    }

    /** @param options all of them, by the names that {@code POST /imports} has for them */
    @Serdeable
    record ImportProfileRequest(Map<String, String> options) {}

    /** List import profiles. An import keeps the options stated for it, and the next file with the same header is read by them. */
    @Get
    @GivesRows("profiles")
    HttpResponse<ProfilesResponse> list(HttpRequest<?> request, Access access) {
        return Answers.shown(
                request,
                showProfiles.show(access.household()),
                shown -> new ProfilesResponse(
                        shown.thing().stream().map(ProfileResponse::of).toList()));
    }

    /** Get an import profile. */
    @Get("/{id}")
    HttpResponse<ProfileResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request, showProfile.show(access.household(), id), shown -> ProfileResponse.of(shown.thing()));
    }

    /** Replace the options of an import profile. All of them: {@code {"options": {"date_format": "day-first"}}}. */
    @Put("/{id}")
    HttpResponse<ProfileResponse> replace(
            HttpRequest<?> request, Access access, long id, @Body @Valid ImportProfileRequest body) {
        var replaced = replaceProfile.replace(
                access.household(), access.actor(), id, Preconditions.expected(request), new TreeMap<>(body.options()));
        return Answers.changed(replaced, ProfileResponse.of(replaced.result()));
    }

    /** Delete an import profile. Imports that were read by it stay. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<ProfileResponse> delete(HttpRequest<?> request, Access access, long id) {
        var removed =
                removeProfile.remove(access.household(), access.actor(), id, Preconditions.expectedIfStated(request));
        return Answers.changed(removed, ProfileResponse.of(removed.result()));
    }
}
