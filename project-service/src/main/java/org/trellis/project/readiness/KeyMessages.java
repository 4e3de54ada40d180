package org.trellis.project.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.project.readiness.Finding.Record;
import org.trellis.project.readiness.Records.Cycle;
import org.trellis.project.readiness.Records.Leader;
import org.trellis.project.readiness.Records.School;

/** Answers the thirteen questions from a project's records; nothing is typed in. */
final class KeyMessages {
    private static final int SCHOOLS = 3;

    private KeyMessages() {}

    /** @param lastTermFrom the first day of the newest term that is over: a risk looked at before it was left alone for a term */
    static List<Finding> of(Records records, LocalDate lastTermFrom) {
        return List.of(
                selects(records),
                engages(records),
                plans(records),
                isFlexible(records),
                empowers(records),
                isSponsored(records),
                isChampioned(records),
                Finding.of(Message.KM08, Answer.NOT_APPLICABLE_YET, "Record observations"),
                fitsPriorities(records),
                drawsOnSkills(records),
                Finding.of(Message.KM11, Answer.NOT_APPLICABLE_YET, "Record activities"),
                Finding.of(Message.KM12, Answer.NOT_APPLICABLE_YET, "Record activities and feedback"),
                managesRisks(records, lastTermFrom));
    }

    private static Finding selects(Records r) {
        return Finding.parts(Message.KM01)
                .part(
                        r.purpose(),
                        List.of(new Record("projects", r.project())),
                        "Say in the summary what the project is for")
                .part(
                        !r.citedPriorities().isEmpty(),
                        Records.all("priorities", r.citedPriorities()),
                        "Cite a priority that the alliance holds today")
                .finding();
    }

    private static Finding engages(Records r) {
        var committed = r.committed();
        var leading = new HashSet<UUID>();
        r.leaders().forEach(leader -> leading.addAll(leader.schoolIds()));
        committed.stream().filter(s -> !s.championIds().isEmpty()).forEach(s -> leading.add(s.organisationId()));
        leading.retainAll(committed.stream().map(School::organisationId).toList());
        var confirmed = committed.stream().filter(School::confirmed).toList();
        return Finding.parts(Message.KM02)
                .part(
                        committed.size() >= SCHOOLS,
                        committed.stream().map(School::record).toList(),
                        "Win at least " + SCHOOLS + " schools; there are " + committed.size())
                .part(
                        leading.size() > 1,
                        r.leaders().stream().map(Leader::record).toList(),
                        "Let more than one school lead")
                .part(
                        !committed.isEmpty() && confirmed.size() == committed.size(),
                        confirmed.stream().map(School::record).toList(),
                        "Have each head accept the terms or sponsor the project; " + confirmed.size() + " of "
                                + committed.size() + " have")
                .finding();
    }

    private static Finding plans(Records r) {
        return Finding.parts(Message.KM03)
                .part(true, List.of(new Record("projects", r.project())), "Ask a question")
                .part(!r.milestones().isEmpty(), Records.all("milestones", r.milestones()), "Plan milestones")
                .part(
                        !r.measures().isEmpty() && r.undatedMeasures().isEmpty(),
                        Records.all("success-measures", r.measures()),
                        "Give each success measure a baseline and a day for a later point")
                .part(
                        !r.evidenced().isEmpty(),
                        Records.all("interventions", r.evidenced()),
                        "Use an intervention that cites what is known of it")
                .finding();
    }

    private static Finding isFlexible(Records r) {
        var over = r.cycles().stream().filter(Cycle::over).toList();
        var moved =
                r.schools().stream().filter(s -> s.left() || s.joinedLater()).toList();
        if (over.isEmpty() && moved.isEmpty()) {
            return Finding.of(Message.KM04, Answer.NOT_APPLICABLE_YET, "Review the first cycle once it is over");
        }
        var decided = over.stream().filter(Cycle::decided).toList();
        var parts = Finding.parts(Message.KM04)
                .part(
                        !over.isEmpty() && decided.size() == over.size(),
                        Records.all("cycles", decided.stream().map(Cycle::id).toList()),
                        "Review each cycle that is over, with a decision");
        // Nobody leaves without a reason, so that whatever there is, is recorded.
        return moved.isEmpty()
                ? parts.finding()
                : parts.part(true, moved.stream().map(School::record).toList(), "")
                        .finding();
    }

    private static Finding empowers(Records r) {
        var committed = r.committed();
        if (!committed.isEmpty() && committed.stream().allMatch(School::small)) {
            return Finding.of(Message.KM05, Answer.NOT_APPLICABLE);
        }
        var schools = new HashSet<UUID>();
        r.leaders().forEach(leader -> schools.addAll(leader.middleAtIds()));
        committed.stream().filter(s -> !s.middleChampionIds().isEmpty()).forEach(s -> schools.add(s.organisationId()));
        var by = new ArrayList<Record>();
        r.leaders().stream()
                .filter(l -> !l.middleAtIds().isEmpty())
                .map(Leader::record)
                .forEach(by::add);
        by.addAll(Records.holders(committed.stream().flatMap(s -> s.middleChampionIds().stream())));
        return Finding.parts(Message.KM05)
                .part(!schools.isEmpty(), by, "Let a middle leader lead the project, a cycle or a school's part in it")
                .part(schools.size() > 1, by, "Let middle leaders of more than one school lead")
                .finding();
    }

    private static Finding isSponsored(Records r) {
        return inEveryActiveSchool(
                Message.KM06,
                r,
                r.active().stream().filter(s -> s.sponsorId() != null).toList(),
                r.active().stream().map(School::sponsorId).filter(Objects::nonNull),
                "a headteacher sponsor");
    }

    private static Finding isChampioned(Records r) {
        return inEveryActiveSchool(
                Message.KM07,
                r,
                r.active().stream().filter(s -> !s.championIds().isEmpty()).toList(),
                r.active().stream().flatMap(s -> s.championIds().stream()),
                "a senior leader champion");
    }

    private static Finding inEveryActiveSchool(
            Message message, Records r, List<School> with, Stream<UUID> holders, String whom) {
        int active = r.active().size();
        if (active == 0) {
            return Finding.of(message, Answer.NOT_APPLICABLE_YET, "Schools become active");
        }
        boolean all = with.size() == active;
        return new Finding(
                message,
                all ? Answer.MET : with.isEmpty() ? Answer.NOT_MET : Answer.PARTLY,
                Records.holders(holders),
                all
                        ? List.of()
                        : List.of("Name " + whom + " in each active school; " + with.size() + " of " + active
                                + " have one"));
    }

    private static Finding fitsPriorities(Records r) {
        return Finding.parts(Message.KM09)
                .part(
                        !r.heldPriorities().isEmpty(),
                        Records.all("priorities", r.heldPriorities()),
                        "Let the alliance agree on priorities")
                .part(
                        !r.citedPriorities().isEmpty(),
                        Records.all("priorities", r.citedPriorities()),
                        "Cite the one that the project serves")
                .finding();
    }

    private static Finding drawsOnSkills(Records r) {
        var free = r.systemLeaders().stream().filter(leader -> !leader.heads()).toList();
        var all = r.systemLeaders().stream().map(Records.SystemLeader::record).toList();
        if (!free.isEmpty()) {
            return new Finding(
                    Message.KM10,
                    Answer.MET,
                    free.stream().map(Records.SystemLeader::record).toList(),
                    List.of());
        }
        return new Finding(
                Message.KM10,
                all.isEmpty() ? Answer.NOT_MET : Answer.PARTLY,
                all,
                List.of("Appoint a facilitator, coach or critical friend who heads no school that takes part"));
    }

    private static Finding managesRisks(Records r, LocalDate lastTermFrom) {
        var ids = Records.all(
                "project-risks", r.risks().stream().map(Records.Risk::id).toList());
        boolean looked = r.risks().stream().noneMatch(risk -> risk.reviewedOn().isBefore(lastTermFrom));
        long leading = r.leaders().stream().map(Leader::personId).distinct().count();
        return Finding.parts(Message.KM13)
                .part(!r.risks().isEmpty(), ids, "Record the project's risks, each with its owner")
                .part(!r.risks().isEmpty() && looked, ids, "Review each risk every term")
                .part(
                        leading > 1,
                        r.leaders().stream().map(Leader::record).toList(),
                        "Appoint a second person to lead the project or its cycles, who could succeed")
                .finding();
    }
}
