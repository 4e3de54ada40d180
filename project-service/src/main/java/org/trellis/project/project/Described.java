package org.trellis.project.project;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a project is about, as it is kept. */
@Embeddable
class Described {
    private List<UUID> partnerAllianceIds;
    private String title;

    @Enumerated(EnumType.STRING)
    private FocusArea focusArea;

    private List<String> researchQuestions;

    @Enumerated(EnumType.STRING)
    private ProjectKind kind;

    @Enumerated(EnumType.STRING)
    private Design design;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private String summary;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Target> targets;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Partner> partners;

    private List<UUID> priorityIds;
    private UUID buildsOnId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    String title() {
        return title;
    }

    Design design() {
        return design;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    String summary() {
        return summary;
    }

    ProjectDescription with(List<UUID> interventionIds) {
        return new ProjectDescription(
                title,
                focusArea,
                researchQuestions,
                kind,
                design,
                startsOn,
                endsOn,
                summary,
                partnerAllianceIds,
                interventionIds,
                targets,
                partners,
                priorityIds,
                buildsOnId,
                stage);
    }

    void become(ProjectDescription description) {
        title = description.title().strip();
        focusArea = description.focusArea();
        researchQuestions = List.copyOf(description.researchQuestions());
        kind = description.kind();
        design = description.design();
        startsOn = description.startsOn();
        endsOn = description.endsOn();
        summary = description.summary();
        partnerAllianceIds = description.partnerAllianceIds();
        targets = description.targets();
        partners = description.partners();
        priorityIds = description.priorityIds();
        buildsOnId = description.buildsOnId();
        stage = description.stage();
    }

    /** Who takes the project is its partner no more; who gives it away may become one. */
    void handOver(UUID from, UUID to, boolean staying) {
        var left = new ArrayList<>(partnerAllianceIds);
        left.remove(to);
        if (staying) {
            left.add(from);
        }
        partnerAllianceIds = List.copyOf(left);
    }
}
