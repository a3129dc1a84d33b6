package org.shaddock.it.wrong;

import jakarta.ejb.Stateless;
import org.shaddock.api.Cron;

/** Its cron has Unix's five fields. */
@Stateless
public class OddCron {

    @Cron("*/5 * * * *")
    public void run() {}
}
