package io.tikit.core.login;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Addresses and networks, of both families. An IPv4 address within IPv6 is the IPv4 address. */
record AddressList(List<Network> networks) {
    /** Addresses that begin alike. */
    static final class Network {
        private final byte[] start;
        private final int bits;

        private Network(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(start, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((start[whole] ^ address[whole]) & 0xff) >>> (8 - rest) == 0;
        }
    }

    /** Those that cannot be read are left out; they were refused when the list was saved. */
    static AddressList of(Collection<String> texts) {
        return new AddressList(
                texts.stream().map(AddressList::parse).flatMap(Optional::stream).toList());
    }

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> start = bytes(slash < 0 ? text : text.substring(0, slash));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int most = start.get().length * 8;
        if (slash < 0) {
            return Optional.of(new Network(start.get(), most));
        }
        String length = text.substring(slash + 1);
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length);
        return bits > most ? Optional.empty() : Optional.of(new Network(start.get(), bits));
    }

    /** Whether an address is among them; an empty list takes all, and no address is in a list that has any. */
    boolean takes(String address) {
        if (networks.isEmpty()) {
            return true;
        }
        return bytes(address)
                .filter(bytes -> networks.stream().anyMatch(network -> network.has(bytes)))
                .isPresent();
    }

    /** One text for each address, however it was written; empty for what is no address. */
    static String plain(String address) {
        return bytes(address)
                .map(bytes -> {
                    InetAddress made = address(bytes);
                    return InetAddresses.toAddrString(made);
                })
                .orElse("");
    }

    /**
     * What shares an owner: an IPv4 address alone, of IPv6 the network of 64 bits, since everybody has so many addresses
     * within theirs.
     */
    static String owner(String address) {
        return bytes(address)
                .map(bytes -> {
                    if (bytes.length == 16) {
                        Arrays.fill(bytes, 8, 16, (byte) 0);
                    }
                    return InetAddresses.toAddrString(address(bytes));
                })
                .orElse("");
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static Optional<byte[]> bytes(String text) {
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        if (!InetAddresses.isInetAddress(plain)) {
            return Optional.empty();
        }
        InetAddress address = InetAddresses.forString(plain);
        if (address instanceof Inet6Address six && isMapped(six.getAddress())) {
            return Optional.of(Arrays.copyOfRange(six.getAddress(), 12, 16));
        }
        return Optional.of(address.getAddress());
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }
}
