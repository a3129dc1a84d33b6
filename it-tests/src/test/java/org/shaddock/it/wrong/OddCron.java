package org.shaddock.it.wrong;

import jakarta.enterprise.context.ApplicationScoped;
import org.shaddock.api.Cron;

/** Its cron has Unix's five fields. */
@ApplicationScoped
public class OddCron {

    @Cron("*/5 * * * *")
    public void run() {}
}
