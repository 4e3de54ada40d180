package org.trellis.openapi;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trellis.web.Parameters;
import org.trellis.web.Parameters.Kind;

/**
 * The parameters of every list. They are declared where they are read and nowhere else: each list is asked once, with
 * parameters that only take note of what they are asked for.
 */
@ApplicationScoped
@Unremovable
public class Lists {
    private final Instance<Described> all;
    private final Map<String, Map<String, Kind>> byPath = new TreeMap<>();

    Lists(@Any Instance<Described> all) {
        this.all = all;
    }

    /** @param list answers the list at this path */
    public void at(String path, Consumer<Parameters> list) {
        byPath.put(path, Parameters.askedBy(list));
    }

    /** Kinds of parameters by name, by path. */
    @ActivateRequestContext
    Map<String, Map<String, Kind>> described() {
        if (byPath.isEmpty()) {
            all.forEach(each -> each.describe(this));
        }
        return new LinkedHashMap<>(byPath);
    }
}
