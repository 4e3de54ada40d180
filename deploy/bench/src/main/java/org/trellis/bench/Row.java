package org.trellis.bench;

/**
 * A line of the answer.
 *
 * @param workload what was done
 * @param ours     what the service did, each figure the median of its rounds
 * @param ceiling  what can be done at best: the same work without the service
 * @param wanted   the aim in words; empty where there is none
 * @param holds    whether the aim is reached
 */
record Row(String workload, Sample ours, Sample ceiling, String wanted, boolean holds) {
    double ratio() {
        return ours.rate() / ceiling.rate();
    }

    static Row of(String workload, Sample ours, Sample ceiling) {
        return new Row(workload, ours, ceiling, "", true);
    }

    Row wanted(String aim, boolean reached) {
        return new Row(workload, ours, ceiling, aim, reached);
    }
}
