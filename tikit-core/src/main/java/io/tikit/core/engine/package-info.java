/**
 * Putting an engine together and taking it apart: {@link io.tikit.core.engine.EngineFactory} finds plugins, reads
 * settings, reports everything that is wrong at once, wires the features with Guice and starts the threads.
 */
@NullMarked
package io.tikit.core.engine;

import org.jspecify.annotations.NullMarked;
