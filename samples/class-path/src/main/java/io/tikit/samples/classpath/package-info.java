/** A whole desk in a plain program: {@link io.tikit.samples.classpath.PlainHost}. */
package io.tikit.samples.classpath;
