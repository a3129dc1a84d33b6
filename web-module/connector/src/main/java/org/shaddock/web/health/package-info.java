/**
 * What the container's health pages ask of this member ({@code /health/live}, {@code /health/started}, {@code /health/ready}). They are
 * in the WAR because Payara looks for health checks nowhere else.
 */
@NullMarked
package org.shaddock.web.health;

import org.jspecify.annotations.NullMarked;
