package org.shaddock.grid;

/** The contract within the process. */
class LocalBallotTest extends BallotContract {

    @Override
    protected Members members() {
        return new LocalMembers();
    }
}
