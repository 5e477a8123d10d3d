package cadastre.selfhosted;

import cadastre.testkit.RunningServer;
import java.util.Map;

class AxfrDdnsNamedContractTest extends AxfrDdnsContract {
    @Override
    RunningServer start(Map<String, String> zones) {
        return RunningServer.named(zones);
    }
}
