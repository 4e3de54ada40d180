package org.trellis.paging;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trellis.web.Parameters;
import org.trellis.web.Parameters.Kind;

/**
 * Every list there is, by its path. Its parameters are declared where they are read and nowhere else: each list is asked
 * once, with parameters that only take note of what they are asked for.
 */
@ApplicationScoped
@Unremovable
public class Lists {
    /** A list that answers page by page. */
    public interface Collection {
        Page<?> page(Parameters parameters);
    }

    private final Instance<Described> all;
    private final Map<String, Map<String, Kind>> byPath = new TreeMap<>();
    private final Map<String, Collection> collections = new TreeMap<>();

    Lists(@Any Instance<Described> all) {
        this.all = all;
    }

    /** @param list answers the list at this path */
    public void at(String path, Consumer<Parameters> list) {
        byPath.put(path, Parameters.askedBy(list));
    }

    /** The same for one that whoever is signed in may ask, and of which policies alone say how much they see. */
    public void collection(String path, Collection list) {
        at(path, list::page);
        collections.put(path, list);
    }

    /** How a collection's pages are read, where there is one at this path. */
    @ActivateRequestContext
    public synchronized Optional<Collection> collection(String path) {
        gather();
        return Optional.ofNullable(collections.get(path));
    }

    /** Kinds of parameters by name, by path. */
    @ActivateRequestContext
    public synchronized Map<String, Map<String, Kind>> described() {
        gather();
        return new LinkedHashMap<>(byPath);
    }

    private void gather() {
        if (byPath.isEmpty()) {
            all.forEach(each -> each.describe(this));
        }
    }
}
