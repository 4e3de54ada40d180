package org.trellis.imports;

import java.util.List;
import java.util.Optional;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.Parameters;

/**
 * What an upload asks for.
 *
 * @param dryRun true to try everything and keep nothing
 */
public record ImportRequest(ImportKind kind, boolean dryRun, ImportMode mode) {
    /**
     * Reads the parameters {@code kind}, {@code dryRun} and {@code mode}; best effort where no mode is given, and the
     * collection's kind where it has but one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every parameter that is wrong
     */
    public static ImportRequest of(String collection, List<ImportKind> all, Parameters parameters) {
        var kinds = all.stream()
                .filter(kind -> kind.collection().equals(collection))
                .toList();
        var name = parameters.oneOf(
                "kind", kinds.stream().map(ImportKind::name).sorted().toArray(String[]::new));
        boolean dryRun = parameters.flag("dryRun").orElse(false);
        var mode = parameters.oneOf("mode", ImportMode.class).orElse(ImportMode.BEST_EFFORT);
        parameters.check();
        return new ImportRequest(chosen(kinds, name), dryRun, mode);
    }

    private static ImportKind chosen(List<ImportKind> kinds, Optional<String> name) {
        return kinds.stream()
                .filter(kind -> name.map(kind.name()::equals).orElse(kinds.size() == 1))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(Violation.query("kind", "must say what the file holds")));
    }
}
