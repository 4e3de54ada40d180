package org.trellis.web;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Where in the body a mapping failed, as a JSON path. */
final class Paths {
    private Paths() {}

    static String of(JsonMappingException e) {
        var path = new StringBuilder("$");
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append('.').append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
