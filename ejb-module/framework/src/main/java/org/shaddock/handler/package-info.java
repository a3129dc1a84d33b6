/**
 * From a client's message to its answer: which method a route names, what it is given, and what becomes of whatever it
 * does. Every request ends in exactly one answer; every failure in one log line and one counter. What runs elsewhere, in an area or
 * on a member of another type, is forwarded there.
 *
 * <p>May touch {@code api}, {@code protocol}, {@code route}, {@code filter}, {@code flow}, {@code tick}, {@code trace},
 * {@code metrics}, {@code cluster}, {@code remote}, {@code cron}, {@code session} and {@code area}.
 */
@NullMarked
package org.shaddock.handler;

import org.jspecify.annotations.NullMarked;
