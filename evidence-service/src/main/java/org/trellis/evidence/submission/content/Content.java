package org.trellis.evidence.submission.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.evidence.submission.SubmissionType;

/** What a submission holds that are no scores: each type has its own fields and checks. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Survey.class, name = "SURVEY"),
    @JsonSubTypes.Type(value = Observation.class, name = "OBSERVATION"),
    @JsonSubTypes.Type(value = Interview.class, name = "INTERVIEW"),
    @JsonSubTypes.Type(value = CoachingNote.class, name = "COACHING_NOTE"),
    @JsonSubTypes.Type(value = LearningLog.class, name = "LEARNING_LOG"),
    @JsonSubTypes.Type(value = Feedback.class, name = "FEEDBACK"),
    @JsonSubTypes.Type(value = ExternalReport.class, name = "EXTERNAL_REPORT")
})
@Schema(
        anyOf = {
            Survey.class,
            Observation.class,
            Interview.class,
            CoachingNote.class,
            LearningLog.class,
            Feedback.class,
            ExternalReport.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "SURVEY", schema = Survey.class),
            @DiscriminatorMapping(value = "OBSERVATION", schema = Observation.class),
            @DiscriminatorMapping(value = "INTERVIEW", schema = Interview.class),
            @DiscriminatorMapping(value = "COACHING_NOTE", schema = CoachingNote.class),
            @DiscriminatorMapping(value = "LEARNING_LOG", schema = LearningLog.class),
            @DiscriminatorMapping(value = "FEEDBACK", schema = Feedback.class),
            @DiscriminatorMapping(value = "EXTERNAL_REPORT", schema = ExternalReport.class)
        })
public sealed interface Content
        permits Survey, Observation, Interview, CoachingNote, LearningLog, Feedback, ExternalReport {
    SubmissionType type();
}
