package org.trellis.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.validation.constraints.AssertTrue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Takes out of the description what looks like a field and is a rule over several: nobody sends it, and it is refused. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RulesAreNoFields implements OASFilter {
    private final IndexView classes;

    /** @param classes those of the service and of what it is built on */
    public RulesAreNoFields(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        classes.getAnnotations(AssertTrue.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(AnnotationTarget::asMethod)
                .forEach(rule -> {
                    var schema = schemas.get(rule.declaringClass().simpleName());
                    if (schema != null) {
                        schema.removeProperty(property(rule));
                    }
                });
    }

    private static String property(MethodInfo method) {
        var name = method.name().substring("is".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
