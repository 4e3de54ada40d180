package org.trellis.project.cycle;

import java.util.List;
import org.trellis.project.project.ProjectState;

/** What moves of a cycle look at. */
record CycleFacts(ProjectState project, List<AtTheGate> schools, boolean reviewed) {
    List<AtTheGate> ready() {
        return schools.stream().filter(AtTheGate::ready).toList();
    }
}
