package org.trellis.reporting.impact;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The schools of an answer as CSV, one row each; the symbol stands in every cell that is withheld. */
@Provider
@Produces("text/csv")
class ImpactCsv implements MessageBodyWriter<ImpactView> {
    private static final List<String> GROUP =
            List.of("n", "mean_before", "mean_after", "gain", "sd_before", "sd_after");

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ImpactView.class;
    }

    @Override
    public void writeTo(
            ImpactView view,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(head());
            view.schools().forEach(school -> csv.writeRecord(line(school)));
        }
    }

    static List<String> head() {
        var head = new ArrayList<>(List.of("school_id", "school_name"));
        GROUP.forEach(column -> head.add("intervention_" + column));
        GROUP.forEach(column -> head.add("comparison_" + column));
        head.addAll(List.of(
                "estimator",
                "g",
                "se",
                "ci_lower",
                "ci_upper",
                "weight_percent",
                "superiority",
                "cliffs_delta",
                "reason"));
        return head;
    }

    static List<String> line(ImpactView.School school) {
        var line = new ArrayList<>(List.of(
                school.organisation().id().toString(),
                safe(school.organisation().name())));
        if (school.withheld()) {
            while (line.size() < head().size() - 1) {
                line.add(school.symbol());
            }
        } else {
            group(line, school.intervention());
            group(line, school.comparison());
            var effect = school.effect();
            line.add(cell(effect, ImpactView.EffectSize::estimator));
            line.add(cell(effect, ImpactView.EffectSize::g));
            line.add(cell(effect, ImpactView.EffectSize::se));
            line.add(cell(effect, e -> e.ci().lower()));
            line.add(cell(effect, e -> e.ci().upper()));
            line.add(cell(school, ImpactView.School::weight));
            line.add(cell(school.superiority(), ImpactView.Superiority::probability));
            line.add(cell(school.superiority(), ImpactView.Superiority::cliffsDelta));
        }
        line.add(cell(school.reason(), Explained::code));
        return line;
    }

    private static void group(List<String> line, ImpactView.Group group) {
        line.add(cell(group, ImpactView.Group::n));
        line.add(cell(group, ImpactView.Group::meanBefore));
        line.add(cell(group, ImpactView.Group::meanAfter));
        line.add(cell(group, ImpactView.Group::gain));
        line.add(cell(group, ImpactView.Group::sdBefore));
        line.add(cell(group, ImpactView.Group::sdAfter));
    }

    private static <T> String cell(T of, Function<T, Object> value) {
        Object found = of == null ? null : value.apply(of);
        return found == null ? "" : found.toString();
    }

    /** A name that starts like a formula is led by an apostrophe. */
    static String safe(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}
