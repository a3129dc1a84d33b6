/**
 * Reading settings: every mistake is one sentence with key, value and fix. Where the values come from is handed in.
 *
 * <p>May touch nothing but the JDK.
 */
@NullMarked
package org.shaddock.config;

import org.jspecify.annotations.NullMarked;
