package io.tikit.samples.quickstart;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The console: a bar that grows in place where a person watches, plain lines where the output goes to a file.
 *
 * @param out where to print
 * @param live whether a line may be drawn over
 * @param full what bars are made of
 * @param empty what is left of them
 */
record Screen(PrintStream out, boolean live, char full, char empty) {
    private static final int BAR = 30;
    private static final int PLAIN_LINES = 4;

    /** Newer JDKs give a console without a terminal too, unless they are started with jdk.console=java.base. */
    @SuppressWarnings("SystemConsoleNull")
    static Screen ofThisProcess() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("US-ASCII");
        boolean blocks = charset.newEncoder().canEncode("\u2588\u2591");
        return new Screen(
                new PrintStream(System.out, true, charset),
                System.console() != null,
                blocks ? '\u2588' : '#',
                blocks ? '\u2591' : '.');
    }

    /** Prints a line; what tickets hold cannot steer the terminal. */
    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).replaceAll("\\p{Cntrl}", " "));
    }

    /** A bar of a share of the whole; a small share is seen as well. */
    String bar(long part, long whole, int width) {
        long share = Math.round((double) part * width / Math.max(whole, 1));
        int filled = (int) Math.max(part > 0 ? 1 : 0, Math.min(width, share));
        return String.valueOf(full).repeat(filled) + String.valueOf(empty).repeat(width - filled);
    }

    /** Tells how far a job has come. To be called for each step, by one thread at a time. */
    void progress(String job, int done, int total) {
        int before = PLAIN_LINES * (done - 1) / Math.max(total, 1);
        boolean quarter = PLAIN_LINES * done / Math.max(total, 1) > before;
        boolean hundredth = done * 100L / Math.max(total, 1) > (done - 1) * 100L / Math.max(total, 1);
        if (live && hundredth) {
            out.print(String.format(Locale.ROOT, "\r%-20s %s %,d of %,d", job, bar(done, total, BAR), done, total));
            out.print(done == total ? System.lineSeparator() : "");
            out.flush();
        } else if (!live && quarter) {
            line("%-20s %,d of %,d", job, done, total);
        }
    }
}
