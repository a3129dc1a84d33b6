/** Doubles that tests of several packages share: a clock and executors under the test's control, and recording ports. */
package org.shaddock.testing;
