package io.tikit.core.calendar;

import com.google.inject.AbstractModule;

/** Wires this feature. */
public final class CalendarModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Timetables.class);
    }
}
