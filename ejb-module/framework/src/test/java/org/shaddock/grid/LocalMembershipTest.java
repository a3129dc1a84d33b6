package org.shaddock.grid;

/** The contract within the process. */
class LocalMembershipTest extends MembershipContract {

    @Override
    protected Members members() {
        return new LocalMembers();
    }
}
