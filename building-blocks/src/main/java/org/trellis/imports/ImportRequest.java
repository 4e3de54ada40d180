package org.trellis.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.Parameters;

/**
 * What an upload asks for.
 *
 * @param complete true where what the file does not name is to end; such a file is taken whole or not at all, since a
 *     row that is refused would look as if it were missing
 * @param dryRun true to try everything and keep nothing
 * @param settings what the kind asks for beside
 */
record ImportRequest(
        ImportKind kind,
        ImportFormat format,
        boolean complete,
        boolean dryRun,
        ImportMode mode,
        Map<String, String> settings) {
    /** Of a kind without settings. */
    ImportRequest(ImportKind kind, ImportFormat format, boolean complete, boolean dryRun, ImportMode mode) {
        this(kind, format, complete, dryRun, mode, Map.of());
    }

    /**
     * Reads the parameters {@code kind}, {@code complete}, {@code dryRun} and {@code mode}; best effort where no mode is
     * given, and the collection's kind where it has but one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every parameter that is wrong
     */
    static ImportRequest of(String collection, List<ImportKind> all, Parameters parameters, ImportFormat format) {
        var kinds = all.stream()
                .filter(kind -> kind.collection().equals(collection))
                .toList();
        var name = parameters.oneOf(
                "kind", kinds.stream().map(ImportKind::name).sorted().toArray(String[]::new));
        boolean complete = parameters.flag("complete").orElse(false);
        boolean dryRun = parameters.flag("dryRun").orElse(false);
        var mode = parameters.oneOf("mode", ImportMode.class);
        if (complete && mode.filter(ImportMode.BEST_EFFORT::equals).isPresent()) {
            parameters.refuse("mode", "must be ALL_OR_NOTHING for a file that is complete");
        }
        if (complete
                && kinds.stream()
                        .filter(kind -> name.map(kind.name()::equals).orElse(true))
                        .noneMatch(ImportKind::endsWhatIsMissing)) {
            parameters.refuse("complete", "is nothing that files of this kind can be");
        }
        var settings = settings(kinds, parameters);
        parameters.check();
        return new ImportRequest(
                chosen(kinds, name),
                format,
                complete,
                dryRun,
                mode.orElse(complete ? ImportMode.ALL_OR_NOTHING : ImportMode.BEST_EFFORT),
                settings);
    }

    private static Map<String, String> settings(List<ImportKind> kinds, Parameters parameters) {
        var settings = new HashMap<String, String>();
        kinds.stream().flatMap(kind -> kind.settings().stream()).distinct().forEach(setting -> {
            var id = parameters.id(setting.name());
            id.ifPresent(given -> settings.put(setting.name(), given.toString()));
            if (setting.required() && id.isEmpty()) {
                parameters.refuse(setting.name(), "is required");
            }
        });
        return settings;
    }

    private static ImportKind chosen(List<ImportKind> kinds, Optional<String> name) {
        return kinds.stream()
                .filter(kind -> name.map(kind.name()::equals).orElse(kinds.size() == 1))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(Violation.query("kind", "must say what the file holds")));
    }
}
