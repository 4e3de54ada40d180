package org.trellis.project.project;

import java.util.List;

/** A project as a bundle has it. @param key what it is called there, unique in its alliance */
public record ImportedProject(int line, String key, NewProject project, List<NewSuccessMeasure> measures) {}
