package org.trellis.project.participation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.project.Reference;

/**
 * Who took part in a project, day by day. A school that comes back after it left is counted once more: it takes part by
 * another participation.
 *
 * @param days those on which something changed, and the first and the last asked for
 */
public record Flow(List<Day> days) {
    /**
     * How things stand at the end of a day.
     *
     * @param standing participations by status
     * @param ever all that had come in by then, whatever became of them
     * @param started those of them that had begun to deliver by then
     * @param finished those that had seen it through
     * @param left those that had withdrawn, of which {@code leftAfterStarting} had begun
     */
    public record Day(
            LocalDate day,
            List<Move> moves,
            Map<ParticipationStatus, Integer> standing,
            int ever,
            int started,
            int finished,
            int left,
            int leftAfterStarting) {}

    /**
     * What one school did on a day.
     *
     * @param from null where it came in
     * @param reason why it left
     */
    public record Move(
            UUID participationId,
            Reference organisation,
            ParticipationStatus from,
            ParticipationStatus to,
            LeavingReason reason,
            LeftEvidence evidence) {}

    /** One participation's way, oldest step first. */
    record Way(
            UUID participationId,
            Reference organisation,
            LeavingReason reason,
            LeftEvidence evidence,
            List<Step> steps) {

        private ParticipationStatus at(LocalDate day) {
            return steps.stream()
                    .filter(step -> !step.since().isAfter(day))
                    .reduce((_, last) -> last)
                    .map(Step::status)
                    .orElse(null);
        }

        private boolean hadStarted(LocalDate day) {
            return steps.stream()
                    .anyMatch(step -> step.status() == ParticipationStatus.ACTIVE
                            && !step.since().isAfter(day));
        }

        private List<Move> on(LocalDate day) {
            var moves = new ArrayList<Move>();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).since().equals(day)) {
                    var to = steps.get(i).status();
                    boolean left = to == ParticipationStatus.WITHDRAWN;
                    moves.add(new Move(
                            participationId,
                            organisation,
                            i == 0 ? null : steps.get(i - 1).status(),
                            to,
                            left ? reason : null,
                            left ? evidence : null));
                }
            }
            return moves;
        }
    }

    /** From the first to the last day asked for, both included. */
    static Flow of(Collection<Way> ways, LocalDate from, LocalDate to) {
        var changing = ways.stream()
                .flatMap(way -> way.steps().stream().map(Step::since))
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
        var days = new ArrayList<>(changing);
        days.add(from);
        days.add(to);
        return new Flow(
                days.stream().distinct().sorted().map(day -> dayOf(ways, day)).toList());
    }

    private static Day dayOf(Collection<Way> ways, LocalDate day) {
        var standing = new EnumMap<ParticipationStatus, Integer>(ParticipationStatus.class);
        for (var status : ParticipationStatus.values()) {
            standing.put(status, 0);
        }
        int started = 0;
        int leftAfterStarting = 0;
        for (var way : ways) {
            var status = way.at(day);
            if (status != null) {
                standing.merge(status, 1, Integer::sum);
                started += way.hadStarted(day) ? 1 : 0;
                leftAfterStarting += status == ParticipationStatus.WITHDRAWN && way.hadStarted(day) ? 1 : 0;
            }
        }
        var moves = ways.stream()
                .sorted(Comparator.comparing(Way::participationId))
                .flatMap(way -> way.on(day).stream())
                .toList();
        return new Day(
                day,
                moves,
                standing,
                standing.values().stream().mapToInt(Integer::intValue).sum(),
                started,
                standing.get(ParticipationStatus.COMPLETED),
                standing.get(ParticipationStatus.WITHDRAWN),
                leftAfterStarting);
    }
}
