package org.trellis.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param workloads which of them
 * @param rounds    of each workload and its ceiling
 * @param length    of a round
 * @param out       where the JSON goes
 * @param profile   whether the services make flight recordings
 * @param plans     whether PostgreSQL tells its plans, after the measuring
 * @param cells     millions of cells in the nation that reporting-service is measured with
 */
record Options(
        Set<String> workloads, int rounds, Duration length, Path out, boolean profile, boolean plans, int cells) {
    static final String USAGE = """
        Usage: deploy/bench/run [options]
          --only create,list,relay,visible,register,scores,directory,projects,reporting,intake,pooling,
                                            statistics
                                            these workloads (all)
          --rounds n                        of each workload and its ceiling (5)
          --seconds n                       length of a round (8)
          --out file                        where the figures go as JSON (deploy/bench/target/results.json)
          --profile                         services record where time goes (deploy/bench/target/logs/*.jfr)
          --plans                           explain what the service asked PostgreSQL (deploy/bench/target/logs)
          --cells n                         millions of cells that reporting is measured with (10)\
        """;

    private static final List<String> ALL = List.of(
            "create",
            "list",
            "relay",
            "visible",
            "register",
            "scores",
            "directory",
            "projects",
            "reporting",
            "intake",
            "pooling",
            "statistics");

    /** @throws IllegalArgumentException saying what cannot be understood */
    static Options of(String[] arguments, Path target) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Set<String> workloads = new TreeSet<>(ALL);
        int rounds = 5;
        int seconds = 8;
        Path out = target.resolve("results.json");
        boolean profile = false;
        boolean plans = false;
        int cells = 10;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--only" -> workloads = named(value(option, left));
                case "--rounds" -> rounds = number(option, left);
                case "--seconds" -> seconds = number(option, left);
                case "--out" -> out = Path.of(value(option, left));
                case "--cells" -> cells = number(option, left);
                case "--profile" -> profile = true;
                case "--plans" -> plans = true;
                default -> throw new IllegalArgumentException(option + " is not an option");
            }
        }
        return new Options(workloads, rounds, Duration.ofSeconds(seconds), out, profile, plans, cells);
    }

    private static Set<String> named(String workloads) {
        Set<String> named = new TreeSet<>(List.of(workloads.split(",")));
        if (!ALL.containsAll(named)) {
            throw new IllegalArgumentException("The workloads are " + String.join(", ", ALL));
        }
        return named;
    }

    private static int number(String option, Deque<String> left) {
        String value = value(option, left);
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(option + " takes a number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " takes a value");
        }
        return left.pop();
    }
}
