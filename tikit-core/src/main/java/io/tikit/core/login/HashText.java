package io.tikit.core.login;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as it is kept, in the PHC string format. Written and read here, because the library turns letters by
 * the locale of the host: a Turkish one would write what no other one reads.
 *
 * @param memory in KiB
 * @param rounds how often it goes over the memory
 * @param lanes how many lanes
 * @param salt what makes equal passwords differ, in Base64
 * @param hash what was computed, in Base64
 */
record HashText(int memory, int rounds, int lanes, String salt, String hash) {
    private static final int VERSION = Argon2Function.ARGON2_VERSION_13;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]{1,200})\\$([A-Za-z0-9+/]{1,200})");

    static HashText of(Argon2Function by, byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new HashText(
                by.getMemory(),
                by.getIterations(),
                by.getParallelism(),
                encoder.encodeToString(salt),
                encoder.encodeToString(hash));
    }

    static HashText read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException("a stored hash of a password cannot be read");
        }
        return new HashText(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                form.group(4),
                form.group(5));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    /** The function that made it. */
    Argon2Function function() {
        return Argon2Function.getInstance(memory, rounds, lanes, hashBytes().length, Argon2.ID, VERSION);
    }

    String text() {
        return "$argon2id$v=19$m=" + memory + ",t=" + rounds + ",p=" + lanes + "$" + salt + "$" + hash;
    }
}
