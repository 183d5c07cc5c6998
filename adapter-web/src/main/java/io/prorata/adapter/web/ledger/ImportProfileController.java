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
import io.prorata.application.imports.profile.RemoveImportProfile;
import io.prorata.application.imports.profile.ReplaceImportProfile;
import io.prorata.application.imports.profile.ShowImportProfile;
import io.prorata.application.imports.profile.ShowImportProfiles;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stored options for reading bank files, one profile for each account and header. */
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
     * @param account the account that the options name; null without one
     * @param header the header of its files: letters and digits of the line with the column names
     * @param options the stated options
     */
    @Serdeable.Serializable
    record ProfileResponse(long id, @Nullable String account, String header, Map<String, String> options) {
        static ProfileResponse of(ImportProfile profile) {
            return new ProfileResponse(profile.id(), profile.account(), profile.header(), profile.options());
        }
    }

    /** @param options all options, under their names in {@code POST /imports} */
    @Serdeable
    record ImportProfileRequest(Map<String, String> options) {}

    /** List import profiles. An import stores its stated options. The next file with the same header is read with them. */
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

    /** Delete an import profile. Imports that used it stay. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<ProfileResponse> delete(HttpRequest<?> request, Access access, long id) {
        var removed =
                removeProfile.remove(access.household(), access.actor(), id, Preconditions.expectedIfStated(request));
        return Answers.changed(removed, ProfileResponse.of(removed.result()));
    }
}
