package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.trellis.local.Sample;

/**
 * Invented schools in the alliances that the report names: four projects that have come to their result, five that are as
 * the report tells of them, one that is under way, one that was handed on and one that is done again. Each
 * request has an idempotency key made of what it is about, so a load that was interrupted within the last day is gone
 * on with by loading again.
 */
public final class InventedSample implements Sample {
    private static final String LARGER = "paired-reading";

    @Override
    public URI load(URI front, URI issuer, Consumer<String> progress) {
        try (Api api = new Api(front, issuer)) {
            Directory directory = new Directory(api);
            directory.register();
            progress.accept("  schools, people and measures are there");
            Alliances alliances = new Alliances(api, directory);
            alliances.form();
            progress.accept("  alliances with their projects are there");
            HandedOn handedOn = new HandedOn(api, directory, alliances);
            Map<String, UUID> played = new ConcurrentHashMap<>();
            List<Runnable> stories = new ArrayList<>();
            for (SampleFiles.Project plan : SampleFiles.projects()) {
                stories.add(() -> {
                    PlayedProject project = new PlayedProject(api, directory, plan, groups(plan.key()));
                    played.put(
                            plan.key(),
                            project.play(alliances.id(plan.alliance()), alliances.priority(plan.alliance())));
                    progress.accept("  played to its result: " + plan.title());
                });
            }
            stories.add(() -> {
                new ThreeYears(api, directory, alliances).pass();
                progress.accept("  three years of joining and leaving are there");
                handedOn.bringAndHandOn();
            });
            stories.add(() -> {
                new UnderWay(api, directory, alliances).happen();
                progress.accept("  under way: Reading aloud in pairs (invented)");
            });
            for (SampleFiles.Account account : SampleFiles.accounts()) {
                stories.add(() -> new ToldProject(api, directory, alliances, account).enter());
            }
            Together.each(stories, Runnable::run);
            progress.accept("  five projects are as the report tells of them");
            handedOn.doAgain(played.get(LARGER));
            URI page = look(api, played.get(LARGER));
            progress.accept("  published a report: " + new PublishedReport(api).of(played.get(LARGER)));
            return page;
        }
    }

    private static List<Group> groups(String project) {
        return switch (project) {
            case "reading-mentors" -> ReportedGains.readingMentors();
            case "numerate-weak-readers" -> ReportedGains.numerateWeakReaders();
            case "confident-teachers" -> ReportedGains.confidentTeachers();
            case LARGER -> EightSchools.groups();
            default -> throw new IllegalArgumentException("No scores for " + project);
        };
    }

    /** The page of the larger project, once it shows what was accepted last. */
    private static URI look(Api api, UUID project) {
        String path = "/v1/impact/projects/" + project;
        Caller lead = api.person("alliance-lead");
        lead.await(path, InventedSample::complete);
        return api.address(path);
    }

    private static boolean complete(JsonNode impact) {
        return impact.path("pooled").path("k").asInt() == 8;
    }
}
