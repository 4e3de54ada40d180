package org.trellis.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trellis.reporting.impact.Explained;
import org.trellis.reporting.impact.ImpactView;
import org.trellis.reporting.impact.PageModel;

/** A report in the words and figures of its page. */
public record ReportModel(
        String title,
        String number,
        int edition,
        String published,
        String address,
        String alliance,
        boolean invented,
        String madeAt,
        String reason,
        int before,
        List<String> changes,
        String summary,
        List<Section> sections) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    public record Section(
            String heading,
            List<Fact> facts,
            List<String> items,
            List<Result> results,
            String commentary,
            String nothing) {}

    public record Fact(String name, String value) {}

    /** @param name of its own on the page */
    public record Result(String name, PageModel page) {}

    /** @param head null for a draft */
    static ReportModel of(ReportBody body, String number, ReportBody.Head head, List<ImpactView> results) {
        var writing = new Writing(body, results);
        return new ReportModel(
                body.title(),
                number,
                head == null ? 0 : head.edition(),
                head == null ? null : DAY.format(head.publishedAt().atZone(LONDON)),
                head == null ? null : head.address(),
                body.project().alliance(),
                body.project().invented(),
                moment(body.madeAt()),
                head == null ? null : head.reason(),
                head == null ? 0 : head.edition() - 1,
                head == null
                        ? List.of()
                        : head.changes().stream().map(ReportModel::words).toList(),
                body.summary(),
                Stream.of(ReportSection.values()).map(writing::section).toList());
    }

    private static String words(Differences.Difference change) {
        return change.path() + ": " + word(change.from()) + " → " + word(change.to());
    }

    private static String word(Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(LONDON));
    }

    private static String day(LocalDate day) {
        return day == null ? "not said" : DAY.format(day);
    }

    private static String label(String code) {
        return code == null ? "not said" : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One report's sections. */
    private record Writing(ReportBody body, List<ImpactView> results) {
        Section section(ReportSection section) {
            return switch (section) {
                case QUESTION -> with(section, List.of(), body.project().researchQuestions());
                case SCHOOLS -> with(section, schools(), List.of());
                case PLANNED_AND_DONE -> with(section, done(), cycles());
                case IMPACT ->
                    new Section(
                            section.heading(),
                            List.of(),
                            List.of(),
                            shown(),
                            commentary(section),
                            results.isEmpty() ? "No evidence has been accepted yet." : null);
                case LEARNING -> with(section, learnt(), List.of());
                case DECISION -> with(section, List.of(), decisions());
                case LIMITS -> with(section, List.of(), limits());
                case METHOD -> with(section, method(), List.of());
            };
        }

        private Section with(ReportSection section, List<Fact> facts, List<String> items) {
            var commentary = commentary(section);
            return new Section(
                    section.heading(),
                    facts,
                    items,
                    List.of(),
                    commentary,
                    commentary == null && facts.isEmpty() && items.isEmpty() ? "Nothing has been written here." : null);
        }

        private String commentary(ReportSection section) {
            return body.commentary().get(section);
        }

        private List<Fact> schools() {
            return body.schools().now().entrySet().stream()
                    .map(e -> new Fact(label(e.getKey()), Integer.toString(e.getValue())))
                    .toList();
        }

        private List<Fact> done() {
            var project = body.project();
            return List.of(
                    new Fact("Design", label(project.design())),
                    new Fact("From", day(project.startsOn())),
                    new Fact("Until", day(project.endsOn())),
                    new Fact("State", label(project.state())));
        }

        private List<String> cycles() {
            return body.cycles().stream()
                    .map(c -> "Cycle " + c.number() + (c.name() == null ? "" : ", " + c.name()) + ": "
                            + label(c.phase()) + ", " + day(c.startsOn()) + " to " + day(c.endsOn()))
                    .toList();
        }

        private List<Result> shown() {
            return IntStream.range(0, results.size())
                    .mapToObj(i -> new Result("result-" + i, PageModel.of(results.get(i))))
                    .toList();
        }

        private List<Fact> learnt() {
            var facts = new ArrayList<Fact>();
            for (var cycle : body.cycles()) {
                var review = cycle.review();
                if (review != null) {
                    var of = "Cycle " + cycle.number() + ": ";
                    facts.add(new Fact(of + "what went well", review.wentWell()));
                    facts.add(new Fact(of + "what was not effective", review.wentBadly()));
                    facts.add(new Fact(of + "problems", review.problems()));
                    review.challenges()
                            .forEach(challenge ->
                                    facts.add(new Fact(of + challenger(challenge) + " asked", challenge.said())));
                    if (review.noChallengeReason() != null) {
                        facts.add(new Fact(of + "no challenge by peers, because", review.noChallengeReason()));
                    }
                }
            }
            return facts;
        }

        private static String challenger(Snapshot.Challenge challenge) {
            return (challenge.alliance() == null ? "another alliance" : challenge.alliance()) + " on "
                    + day(challenge.saidOn());
        }

        private List<String> decisions() {
            return body.cycles().stream()
                    .filter(c -> c.decision() != null)
                    .map(c -> "Cycle " + c.number() + ", reviewed on " + day(c.reviewedOn()) + ": "
                            + label(c.decision()) + (c.nextFocus() == null ? "" : "; next: " + c.nextFocus()))
                    .toList();
        }

        private List<String> limits() {
            return results.stream()
                    .flatMap(view -> view.caveats().stream())
                    .map(Explained::sentence)
                    .collect(Collectors.toCollection(LinkedHashSet::new))
                    .stream()
                    .toList();
        }

        private List<Fact> method() {
            var facts = new ArrayList<Fact>();
            facts.add(new Fact("Method version", body.methodVersion()));
            results.stream()
                    .map(ImpactView::pooled)
                    .filter(pooled -> pooled != null && pooled.method() != null)
                    .map(ImpactView.Pooled::method)
                    .distinct()
                    .forEach(method -> facts.add(new Fact("Pooling", method)));
            facts.add(new Fact(
                    "Rests on",
                    body.submissions().size()
                            + (body.submissions().size() == 1 ? " accepted submission" : " accepted submissions")));
            return facts;
        }
    }
}
