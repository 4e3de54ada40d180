package org.trellis.evidence.submission.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.trellis.evidence.instrument.Instruments.Edition;
import org.trellis.evidence.instrument.Question;
import org.trellis.evidence.measure.About;
import org.trellis.evidence.submission.narrative.Text;
import org.trellis.evidence.submission.narrative.Text.Kind;

/**
 * A submission's content, taken apart by who may read what: the form, single responses that nobody reads, and texts
 * that go their own way until they are cleared to be shared.
 *
 * @param responses null where there are none
 * @param tallies how many chose each step of a measure
 */
public record Parts(
        Content form, List<Map<String, Object>> responses, List<Text> texts, Facts facts, List<Tally> tallies) {
    /** How many chose a step. @param measure its code */
    public record Tally(String measure, BigDecimal value, int people) {}

    private static final Set<String> STAFF = Set.of("TEACHER", "TRAINEE", "MENTOR", "LEADER");

    private Parts(Content form, List<Map<String, Object>> responses, List<Text> texts, Facts facts) {
        this(form, responses, texts, facts, List.of());
    }

    static Parts of(Survey survey, Edition edition, boolean feedsMeasure) {
        var words = edition.definition().questions().stream()
                .filter(Question.Words.class::isInstance)
                .map(Question::id)
                .collect(Collectors.toSet());
        boolean byPupil = About.PUPIL.name().equals(edition.about());
        var texts = new ArrayList<Text>();
        var responses = new ArrayList<Map<String, Object>>();
        survey.responses().forEach(response -> {
            response.forEach((question, answer) -> {
                if (words.contains(question)) {
                    texts.add(new Text("answers." + question, Kind.ANSWER, (String) answer, byPupil));
                }
            });
            responses.add(response.entrySet().stream()
                    .filter(answer -> !words.contains(answer.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        });
        var form = new Survey(
                survey.instrumentId(),
                edition.edition(),
                survey.cohortId(),
                survey.point(),
                survey.takenOn(),
                List.of());
        var facts = new Facts(
                edition.about(),
                null,
                edition.id(),
                edition.edition(),
                STAFF.contains(edition.about()) ? survey.responses().size() : null,
                feedsMeasure);
        return new Parts(form, responses, texts, facts, tallies(edition, responses));
    }

    private static List<Tally> tallies(Edition edition, List<Map<String, Object>> responses) {
        return edition.definition().getMeasuring().stream()
                .flatMap(rating -> responses.stream()
                        .map(response -> response.get(rating.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(Object::toString, Collectors.summingInt(_ -> 1)))
                        .entrySet()
                        .stream()
                        .map(step -> new Tally(rating.measure(), new BigDecimal(step.getKey()), step.getValue())))
                .toList();
    }

    static Parts of(Observation observation, Edition edition) {
        var form = new Observation(
                observation.teacherId(),
                edition.id(),
                edition.edition(),
                observation.observedOn(),
                observation.minutes(),
                observation.answers());
        return new Parts(
                form,
                null,
                List.of(),
                new Facts(null, observation.teacherId(), edition.id(), edition.edition(), null, false));
    }

    static Parts of(CoachingNote note) {
        return new Parts(note, null, List.of(), new Facts(null, note.teacherId(), null, null, null, false));
    }

    static Parts of(Interview interview) {
        boolean byPupil = interview.with() == About.PUPIL;
        var texts = new ArrayList<Text>();
        interview.themes().forEach(theme -> {
            texts.add(new Text("themes", Kind.THEME, theme.title(), byPupil));
            if (theme.summary() != null) {
                texts.add(new Text("themes.summary", Kind.THEME, theme.summary(), byPupil));
            }
        });
        interview.quotes().forEach(quote -> texts.add(new Text("quotes", Kind.QUOTE, quote.words(), byPupil)));
        var form = new Interview(
                interview.form(),
                interview.with(),
                interview.heldOn(),
                interview.participants(),
                interview.minutes(),
                List.of(),
                List.of(),
                interview.recording());
        return told(form, interview.with(), texts);
    }

    static Parts of(LearningLog log) {
        boolean byPupil = log.keptBy() == About.PUPIL;
        var texts = log.entries().stream()
                .map(entry -> new Text(entry.on().toString(), Kind.ENTRY, entry.text(), byPupil))
                .toList();
        return told(new LearningLog(log.keptBy(), List.of()), log.keptBy(), texts);
    }

    static Parts of(Feedback feedback) {
        boolean byPupil = feedback.from() == About.PUPIL;
        var texts = new ArrayList<Text>();
        texts.add(new Text("occasion", Kind.TITLE, feedback.occasion(), false));
        feedback.comments().forEach(comment -> texts.add(new Text("comments", Kind.COMMENT, comment, byPupil)));
        var form = new Feedback(feedback.from(), feedback.on(), null, feedback.people(), List.of());
        return told(form, feedback.from(), texts);
    }

    static Parts of(ExternalReport report) {
        var texts = new ArrayList<Text>();
        texts.add(new Text("reportTitle", Kind.TITLE, report.reportTitle(), false));
        texts.add(new Text("summary", Kind.SUMMARY, report.summary(), false));
        report.findings().forEach(finding -> texts.add(new Text("findings", Kind.FINDING, finding, false)));
        var form = new ExternalReport(
                report.issuer(), report.issuerName(), report.issuedOn(), null, report.link(), null, List.of());
        return new Parts(form, null, texts, Facts.NONE);
    }

    private static Parts told(Content form, About by, List<Text> texts) {
        return new Parts(form, null, texts, new Facts(by.name(), null, null, null, null, false));
    }
}
