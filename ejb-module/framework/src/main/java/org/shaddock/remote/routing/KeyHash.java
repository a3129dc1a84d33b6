package org.shaddock.remote.routing;

/** Hashes of texts that are the same on every member and spread evenly. */
final class KeyHash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX_1 = 0xff51afd7ed558ccdL;
    private static final long MIX_2 = 0xc4ceb9fe1a85ec53L;

    private KeyHash() {}

    static long of(String text) {
        return mixed(fnv(BASIS, text));
    }

    static long of(String first, String second) {
        return mixed(fnv(fnv(BASIS, first) * PRIME, second));
    }

    /** FNV-1a over the characters. */
    private static long fnv(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** MurmurHash3's last step: neighbouring texts end up far apart. */
    private static long mixed(long hash) {
        long once = (hash ^ (hash >>> 33)) * MIX_1;
        long twice = (once ^ (once >>> 33)) * MIX_2;
        return twice ^ (twice >>> 33);
    }
}
