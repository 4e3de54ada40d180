package org.trellis.reporting.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trellis.problem.Problems;
import org.trellis.reporting.chart.Chart;
import org.trellis.reporting.directory.SightQueries;

/** A project's results as pictures, and links by which each can be shown elsewhere for ten minutes. */
@ApplicationScoped
class ChartService {
    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final String PATH = "/v1/impact/charts/";

    private final ImpactService impact;
    private final ImpactData data;
    private final SightQueries sight;
    private final LinkSigner signer;
    private final Clock clock = Clock.systemUTC();

    ChartService(ImpactService impact, ImpactData data, SightQueries sight, LinkSigner signer) {
        this.impact = impact;
        this.data = data;
        this.sight = sight;
        this.signer = signer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not see the project, 400 for a wrong choice */
    ChartView.All charts(UUID project, Question question) {
        var view = impact.impact(project, question);
        var own = own(project);
        var until = clock.instant().plus(HOLDS);
        return new ChartView.All(Charts.all(view).stream()
                .map(chart -> ChartView.of(
                        chart,
                        PATH
                                + signer.signed(ChartLink.of(
                                        project,
                                        chart.kind(),
                                        question,
                                        own,
                                        LinkSigner.state(chart.svg()),
                                        until.getEpochSecond())),
                        until))
                .toList());
    }

    /** Of the project's schools alone: the link is no longer than it must be. */
    private List<UUID> own(UUID project) {
        var own = new HashSet<>(sight.ownSchools());
        own.retainAll(data.parts(Set.of(project)).get(project).keySet());
        return own.stream().sorted().toList();
    }

    /**
     * The picture that a link stands for.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for a link that was not written here, 410 where its time is over or the figures have changed
     */
    String drawn(String link) {
        var of = signer.read(link).orElseThrow(Problems::notFound);
        if (clock.instant().getEpochSecond() >= of.until()) {
            throw Problems.linkOver("The link held for ten minutes: ask for a new one");
        }
        return Charts.of(impact.answer(of.project(), of.question(), Set.copyOf(of.own())), of.chart())
                .map(Chart::svg)
                .filter(svg -> LinkSigner.state(svg).equals(of.state()))
                .orElseThrow(
                        () -> Problems.linkOver("The figures have changed since the link was made: ask for a new one"));
    }
}
