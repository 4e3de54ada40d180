package org.trellis.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code deploy/bench/run}: how fast the services are, each workload beside its ceiling. */
public final class Bench {
    private static final int PROJECTS = 100_000;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Path target = root.resolve("deploy/bench/target");
        Options options;
        try {
            options = Options.of(arguments, target);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        List<Row> rows = measured(root, target, options);
        Report report = new Report(rows, options.rounds());
        report.print(System.out);
        report.write(options.out());
        System.out.println("Written to " + options.out());
        System.exit(rows.stream().allMatch(Row::holds) ? 0 : 1);
    }

    private static List<Row> measured(Path root, Path target, Options options) throws Exception {
        PrintStream out = System.out;
        Rounds rounds = new Rounds(options.rounds(), options.length(), out);
        List<Row> rows = new ArrayList<>();
        out.println("Starting PostgreSQL and Kafka …");
        try (Site site = new Site(root, target, options.profile())) {
            Plans plans = new Plans(site, options.plans());
            if (options.workloads().contains("create")) {
                out.println("Single create …");
                rows.addAll(Creating.rows(site, rounds, plans));
            }
            if (options.workloads().contains("list")) {
                out.println("Lists over " + PROJECTS + " projects …");
                rows.addAll(Listing.rows(site, rounds, plans, PROJECTS));
            }
            if (options.workloads().contains("relay")) {
                out.println("Relay …");
                rows.addAll(Relaying.rows(site, rounds));
            }
            if (options.workloads().contains("visible")) {
                out.println("Accepted to visible …");
                rows.addAll(Seeing.rows(site, rounds));
            }
            if (options.workloads().contains("register")) {
                out.println("National register …");
                rows.addAll(Registering.rows(site, out));
            }
            if (options.workloads().contains("scores")) {
                out.println("A million scores …");
                rows.addAll(Scoring.rows(site, out));
            }
            if (options.workloads().contains("directory")) {
                out.println("Directory …");
                rows.addAll(Directory.rows(site, rounds, plans, out));
            }
            if (options.workloads().contains("projects")) {
                out.println("Projects at national size …");
                rows.addAll(NationalProjects.rows(site, rounds, plans, out));
            }
            if (options.workloads().contains("reporting") || options.workloads().contains("intake")) {
                Nation.load(site, options.cells(), out);
            }
            if (options.workloads().contains("reporting")) {
                out.println("Reporting …");
                rows.addAll(Reporting.rows(site, rounds, plans));
            }
            if (options.workloads().contains("intake")) {
                out.println("Intake and rebuild …");
                rows.addAll(TakingIn.rows(site));
            }
            if (options.workloads().contains("pooling")) {
                out.println("Pooling …");
                rows.addAll(PoolingEffects.rows(rounds));
            }
            if (options.workloads().contains("statistics")) {
                out.println("How often intervals hold the truth …");
                rows.addAll(Coverage.rows());
            }
        }
        return rows;
    }
}
