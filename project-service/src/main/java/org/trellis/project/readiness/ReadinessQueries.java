package org.trellis.project.readiness;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.identity.Reader;
import org.trellis.project.Today;
import org.trellis.project.access.Standing;

/** Questions about how ready a project is. */
@ApplicationScoped
class ReadinessQueries {
    private record Question(Message code, String level, String title, String question) {}

    private record Earlier(Message message, String answer, Instant since) {}

    private final Reader reader;
    private final Standing standing;
    private final ReadinessCheck check;
    private final Map<Message, Question> questions;

    ReadinessQueries(Reader reader, Standing standing, ReadinessCheck check, ObjectMapper json) throws IOException {
        this.reader = reader;
        this.standing = standing;
        this.check = check;
        try (var file = ReadinessQueries.class.getResourceAsStream("/key-messages.json")) {
            questions = json.readValue(file, new TypeReference<List<Question>>() {}).stream()
                    .collect(Collectors.toMap(Question::code, Function.identity()));
        }
    }

    ReadinessView of(UUID project) {
        standing.inProject(project);
        var today = Today.inEngland();
        var history = reader.list(Earlier.class, """
                        select message, answer, since from readiness_answer where project_id = :id
                        order by version""", Map.of("id", project)).stream()
                .collect(Collectors.groupingBy(Earlier::message));
        return new ReadinessView(
                project,
                today,
                check.of(project, today).stream()
                        .map(finding -> answered(finding, history.getOrDefault(finding.message(), List.of())))
                        .toList());
    }

    private ReadinessView.Answered answered(Finding finding, List<Earlier> history) {
        var question = questions.get(finding.message());
        return new ReadinessView.Answered(
                finding.message().name(),
                question.level(),
                question.title(),
                question.question(),
                finding.answer().name(),
                finding.records().stream()
                        .map(record -> new ReadinessView.Rest(record.kind(), record.id()))
                        .toList(),
                finding.better(),
                history.stream()
                        .map(earlier -> new ReadinessView.Since(earlier.answer(), earlier.since()))
                        .toList());
    }
}
