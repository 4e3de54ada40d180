package org.trellis.evidence.imports;

/**
 * Which scores a file has had already, by 64 bits each, so that millions fit in memory. That two of a million different
 * ones have the same bits happens once in 30 million files; the second is then refused as a repetition.
 */
final class Seen {
    private static final int FEWEST = 1 << 12;

    private long[] slots = new long[FEWEST];
    private int taken;

    /** @return false where it was there already */
    boolean add(String reference, int cohort, int measure, int point) {
        long key = mix(mix(mix(hash(reference) ^ cohort) + measure) + point);
        // a slot that is zero is free
        return put(slots, key == 0 ? 1 : key) && grown();
    }

    private boolean grown() {
        if (++taken * 2 > slots.length) {
            var more = new long[slots.length * 2];
            for (long key : slots) {
                if (key != 0) {
                    put(more, key);
                }
            }
            slots = more;
        }
        return true;
    }

    private static boolean put(long[] slots, long key) {
        int at = (int) (key >>> 20) & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == key) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = key;
        return true;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators": the finaliser of SplitMix64. */
    private static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
