/**
 * The main job in one small program: a help desk in a folder, filled from a file, worked on and looked at.
 * {@link io.tikit.samples.quickstart.Quickstart} is the code to read; the others read the file
 * ({@link io.tikit.samples.quickstart.TicketFile}), employ invented people ({@link io.tikit.samples.quickstart.Staff}),
 * ask the desk ({@link io.tikit.samples.quickstart.Overview}) and print. They call the public interfaces alone and hold
 * no rules of a help desk.
 */
@NullMarked
package io.tikit.samples.quickstart;

import org.jspecify.annotations.NullMarked;
