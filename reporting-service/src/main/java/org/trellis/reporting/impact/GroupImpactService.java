package org.trellis.reporting.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.trellis.audit.AccessLog;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.intake.Freshness;
import org.trellis.web.Parameters;

/** Puts schools side by side, over the projects whose results the caller may see. */
@ApplicationScoped
class GroupImpactService {
    private static final ZoneId SCHOOLS = ZoneId.of("Europe/London");

    private final SightQueries sight;
    private final GroupData groups;
    private final ImpactService impact;
    private final AccessLog accessLog;
    private final Freshness freshness;

    GroupImpactService(
            SightQueries sight, GroupData groups, ImpactService impact, AccessLog accessLog, Freshness freshness) {
        this.sight = sight;
        this.groups = groups;
        this.impact = impact;
        this.accessLog = accessLog;
        this.freshness = freshness;
    }

    /**
     * A trust's schools on a day.
     *
     * @param id its id, or {@code uid:…}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees no project of any of them
     */
    GroupImpactView trust(String id, Parameters given) {
        var asOf = given.day("asOf").orElseGet(() -> LocalDate.now(SCHOOLS));
        var question = question(given);
        var trust = groups.trust(id).orElseThrow(Problems::notFound);
        var schools = groups.schools(trust.id(), asOf);
        return view(trust, asOf, question, groups.projects(schools), schools::contains);
    }

    /**
     * The schools of an alliance's projects, and of those that it is a partner in.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees none of them
     */
    GroupImpactView alliance(UUID id, Parameters given) {
        var question = question(given);
        var alliance = groups.alliance(id).orElseThrow(Problems::notFound);
        return view(alliance, null, question, groups.projectsOf(id), school -> true);
    }

    private static Question question(Parameters given) {
        var population = given.oneOf("population", Population.class).orElse(Population.STARTERS);
        given.check();
        return new Question(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Question.ALL, population);
    }

    private GroupImpactView view(
            ImpactView.Named group, LocalDate asOf, Question question, Set<UUID> projects, Predicate<UUID> which) {
        var seen = sight.seen(projects);
        if (seen.isEmpty()) {
            throw Problems.notFound();
        }
        var rows = impact.answers(seen, question, sight.ownSchools(), false).stream()
                .flatMap(view -> view.schools().stream()
                        .filter(school -> which.test(school.organisation().id()))
                        .map(school -> GroupImpactView.Row.of(view, school)))
                .sorted(Comparator.comparing((GroupImpactView.Row r) ->
                                r.school().organisation().name())
                        .thenComparing(r -> r.school().organisation().id())
                        .thenComparing(r -> r.project().title())
                        .thenComparing(r -> r.project().id()))
                .toList();
        accessLog.note("impact", group.id(), identified(rows));
        return new GroupImpactView(
                group, asOf, question.population(), rows, ImpactService.METHOD_VERSION, freshness.newest());
    }

    private static List<UUID> identified(List<GroupImpactView.Row> rows) {
        return rows.stream()
                .map(GroupImpactView.Row::school)
                .filter(ImpactService::identifies)
                .map(school -> school.organisation().id())
                .distinct()
                .toList();
    }
}
