package org.trellis.reporting.calculation;

/** Requests as the description of the API shows them; each is one that is answered. */
final class CalculationExamples {
    static final String GAINS = """
            {"estimator": "PRE_POST_CONTROL", "confidence": 0.95,
             "intervention": {"n": 20, "pre": {"mean": 30.6, "sd": 15.0}, "post": {"mean": 38.5, "sd": 11.6},
               "correlation": 0.47},
             "comparison": {"n": 20, "pre": {"mean": 23.1, "sd": 13.8}, "post": {"mean": 19.7, "sd": 14.8},
               "correlation": 0.47}}""";

    static final String POST = """
            {"estimator": "POST_SMD",
             "intervention": {"n": 28, "post": {"mean": 101.4, "sd": 14.2}},
             "comparison": {"n": 27, "post": {"mean": 96.0, "sd": 13.5}}}""";

    static final String SCHOOLS = """
            {"estimator": "POST_SMD", "design": "BETWEEN_SCHOOLS",
             "intervention": {"schools": [{"n": 28, "post": {"mean": 101.4, "sd": 14.2}},
               {"n": 31, "post": {"mean": 99.8, "sd": 13.1}}]},
             "comparison": {"schools": [{"n": 27, "post": {"mean": 96.0, "sd": 13.5}},
               {"n": 30, "post": {"mean": 98.2, "sd": 15.0}}]}}""";

    static final String RATE = """
            {"estimator": "RATE", "monthsTaught": 7,
             "intervention": {"n": 30, "pre": {"mean": 98.0, "sd": 15.0}, "post": {"mean": 125.0, "sd": 17.0},
               "correlation": 0.8}}""";

    static final String SHARES = """
            {"estimator": "RISK_DIFFERENCE",
             "intervention": {"n": 60, "reached": 45}, "comparison": {"n": 58, "reached": 33}}""";

    static final String PAIRED = """
            {"estimator": "ODDS_RATIO",
             "intervention": {"paired": {"both": 1, "lost": 0, "gained": 15, "neither": 0}}}""";

    static final String ANSWERS = """
            {"estimator": "SUPERIORITY",
             "intervention": {"counts": [1, 4, 9, 6]}, "comparison": {"counts": [5, 8, 5, 2]}}""";

    static final String POOLED = """
            {"model": "REML", "adjustment": "HARTUNG_KNAPP", "confidence": 0.95, "effects": [
              {"label": "School A", "effect": 0.21, "variance": 0.012, "date": "2025-12-12"},
              {"label": "School B", "effect": 0.35, "variance": 0.02, "date": "2026-03-27"},
              {"label": "School C", "effect": -0.04, "variance": 0.03, "date": "2026-03-27"}]}""";

    static final String GROUPS = """
            {"model": "REML", "groups": [
              {"label": "Primary", "effects": [{"effect": 0.21, "variance": 0.012}, {"effect": 0.3, "variance": 0.02}]},
              {"label": "Secondary", "effects": [{"effect": 0.05, "variance": 0.02}, {"effect": -0.1, "variance": 0.03}]}
            ]}""";

    static final String REGRESSED = """
            {"model": "REML", "moderators": ["maturity"], "permutations": 200, "seed": 1, "effects": [
              {"label": "A", "effect": 0.02, "variance": 0.02, "values": [1]},
              {"label": "B", "effect": 0.11, "variance": 0.01, "values": [1]},
              {"label": "C", "effect": 0.25, "variance": 0.02, "values": [2]},
              {"label": "D", "effect": 0.16, "variance": 0.03, "values": [3]},
              {"label": "E", "effect": 0.41, "variance": 0.02, "values": [4]}]}""";

    private CalculationExamples() {}
}
