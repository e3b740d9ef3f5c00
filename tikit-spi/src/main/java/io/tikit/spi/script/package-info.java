/**
 * Small programs by which administrators decide what conditions cannot say: {@link io.tikit.spi.script.ScriptEngine}.
 * A script is a function: plain data in, plain data out. It reaches no file, network, thread, clock, chance or class, and
 * is bounded in time and, as far as the engine of the language can, in steps and memory.
 */
@NullMarked
package io.tikit.spi.script;

import org.jspecify.annotations.NullMarked;
