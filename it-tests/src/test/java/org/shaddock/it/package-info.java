/**
 * Tests of the application that {@code ear/} builds, on the server it is made for, seen from outside by real clients. One
 * server serves all test classes; each class deploys what it needs and undeploys it again.
 */
@NullMarked
package org.shaddock.it;

import org.jspecify.annotations.NullMarked;
