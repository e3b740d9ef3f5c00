package io.tikit.benchmarks;

import java.util.SplittableRandom;

/**
 * What a customer writes: a subject of about 40 characters, a description of about 360 and the values of two fields. The
 * same number gives the same text.
 */
record TicketText(String subject, String description, String product, String site) {
    private static final int SUBJECT = 36;
    private static final int DESCRIPTION = 350;
    private static final String[] WORDS =
            ("access account again agent alert already attachment before blank broken browser button cable calendar cannot"
                            + " certificate charge client code connection copy crash customer data delay desk display"
                            + " document door download drops email error every failed file firewall folder form freezes"
                            + " friday gateway hangs hour invoice kernel keyboard laptop late license line link list"
                            + " locked login machine mailbox meeting message missing mobile monday monitor morning mouse"
                            + " network nothing office often order outlook page password payment permission phone please"
                            + " policy port print printer project queue receipt refused remote report request reset"
                            + " restart returns room router scanner screen search server session share signal since slow"
                            + " software sometimes sound spreadsheet station storage support switch sync system table team"
                            + " ticket time token transfer tunnel update upload user version video voice window wireless"
                            + " workstation wrong yesterday")
                    .split(" ");

    static TicketText of(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return new TicketText(
                words(random, SUBJECT),
                words(random, DESCRIPTION),
                "product-" + (1000 + random.nextInt(40)),
                "site-" + (1000 + random.nextInt(400)));
    }

    private static String words(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder(length + 16);
        while (text.length() < length) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
