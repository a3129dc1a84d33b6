package org.shaddock.admission;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address.
 *
 * @param network the first address
 * @param prefix how many leading bits count
 */
public record Cidr(InetAddress network, int prefix) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|([0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(%.*)?");

    /** Keeps the leading bits only, so that a range is written in one way. */
    public Cidr {
        network = first(network, prefix);
    }

    /**
     * Reads a range; names are refused, since an address must not depend on a name server.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Cidr parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0]);
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : prefix(text, parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("'" + text + "' needs a prefix between 0 and " + bits + ".");
        }
        return new Cidr(address, prefix);
    }

    /**
     * Reads an address; a zone ({@code %eth0}) does not count.
     *
     * @throws IllegalArgumentException if the text is not a literal address
     */
    static InetAddress address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address.");
        }
        try {
            return InetAddress.getByName(text.split("%", 2)[0]);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address.", e);
        }
    }

    static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = network.getAddress();
        int shift = ours.length * Byte.SIZE - prefix;
        return theirs.length == ours.length
                && new BigInteger(1, theirs).shiftRight(shift).equals(new BigInteger(1, ours).shiftRight(shift));
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }

    private static InetAddress first(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >>> bit % Byte.SIZE);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + bytes.length + " bytes.", e);
        }
    }

    private static int prefix(String text, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' needs a number after the slash.", e);
        }
    }
}
