/**
 * Forms of tickets: which fields a ticket has for whoever edits it, which of them must be filled in, and what may be chosen.
 * {@link io.tikit.api.form.Forms} is the service and {@link io.tikit.api.form.FormModel} what a screen is built from; how
 * forms are is said by documents of the configuration of kind {@code form}.
 *
 * @since 0.1
 */
@NullMarked
package io.tikit.api.form;

import org.jspecify.annotations.NullMarked;
