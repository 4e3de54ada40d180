package org.trellis.reporting.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.trellis.audit.AccessLog;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.disclosure.Audience;
import org.trellis.reporting.intake.Freshness;

/** Answers what projects' evidence shows: computed over all rows, then cut down to what this reader may see. */
@ApplicationScoped
class ImpactService {
    /** Counts our ways of computing an answer; a figure that would come out otherwise gets the next number. */
    static final String METHOD_VERSION = "2";

    private final SightQueries sight;
    private final ImpactData data;
    private final Freshness freshness;
    private final AccessLog accessLog;

    ImpactService(SightQueries sight, ImpactData data, Freshness freshness, AccessLog accessLog) {
        this.accessLog = accessLog;
        this.sight = sight;
        this.data = data;
        this.freshness = freshness;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not see it, 400 for a wrong choice */
    ImpactView impact(UUID id, Question question) {
        sight.mustSeeResults(id);
        var view = answer(id, question, sight.ownSchools());
        accessLog.note("impact", id, identified(view));
        return view;
    }

    /** What who speaks for these schools sees of it. Nothing is asked of the caller, and nothing written down. */
    ImpactView answer(UUID id, Question question, Set<UUID> own) {
        return answers(Set.of(id), question, own, true).stream().findFirst().orElseThrow(Problems::notFound);
    }

    /** The same of several projects, in the order of their titles. */
    List<ImpactView> answers(Set<UUID> ids, Question question, Set<UUID> own, boolean overCycles) {
        return looked(ids, question, overCycles, false).apply(own);
    }

    /**
     * What each of these readers may see for good of the same rows: nothing that comes in meanwhile is between two of
     * them.
     */
    List<ImpactView> lasting(UUID id, Question question, Collection<Set<UUID>> readers) {
        var seenBy = looked(Set.of(id), question, true, true);
        return readers.stream().flatMap(own -> seenBy.apply(own).stream()).toList();
    }

    /** Reads the rows once. @return what who speaks for these schools sees of them */
    private Function<Set<UUID>, List<ImpactView>> looked(
            Set<UUID> ids, Question question, boolean overCycles, boolean lasting) {
        var pairs = data.pairs(ids);
        var cycles = data.cycles(ids);
        Map<ImpactData.Project, PairChoice> choices = new LinkedHashMap<>();
        data.projects(ids)
                .forEach(p -> choices.put(
                        p,
                        PairChoice.of(
                                question,
                                p,
                                pairs.getOrDefault(p.id(), List.of()),
                                cycles.getOrDefault(p.id(), List.of()))));
        var measures = data.measures(measures(pairs.values(), choices.values()));
        var rows = data.schools(choices.entrySet().stream()
                .flatMap(e -> (overCycles
                                ? e.getValue()
                                        .alike(pairs.getOrDefault(e.getKey().id(), List.of()))
                                : List.of(e.getValue().pair()))
                        .stream().filter(Objects::nonNull))
                .toList());
        var parts = data.parts(ids);
        var published = data.published(ids);
        var newest = freshness.newest();
        return own -> choices.entrySet().stream()
                .map(e -> new Answer(
                                e.getKey(),
                                question,
                                e.getValue(),
                                measures,
                                new Answer.Rows(
                                        pairs.getOrDefault(e.getKey().id(), List.of()),
                                        cycles.getOrDefault(e.getKey().id(), List.of()),
                                        parts.getOrDefault(e.getKey().id(), Map.of()),
                                        rows),
                                new Audience(
                                        own, published.getOrDefault(e.getKey().id(), Set.of()), lasting),
                                newest)
                        .view())
                .toList();
    }

    private static Set<UUID> measures(Collection<List<ImpactData.Pair>> pairs, Collection<PairChoice> choices) {
        var measures = new HashSet<UUID>();
        pairs.forEach(some -> some.forEach(pair -> measures.add(pair.measureId())));
        choices.stream().map(PairChoice::measureId).filter(Objects::nonNull).forEach(measures::add);
        return measures;
    }

    /** Schools whose results the answer shows by name. */
    static List<UUID> identified(ImpactView view) {
        return view.schools().stream()
                .filter(ImpactService::identifies)
                .map(school -> school.organisation().id())
                .toList();
    }

    static boolean identifies(ImpactView.School school) {
        return !school.withheld() && (school.intervention() != null || school.comparison() != null);
    }
}
