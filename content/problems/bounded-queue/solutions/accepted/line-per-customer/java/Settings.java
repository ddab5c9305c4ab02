/** What operations may set. Read from the configuration when the service starts. */
public class Settings {
    public int workers = 1;
    public int capacity; // how many jobs may wait; 0: any number
    public long patienceMs; // how long a job waits before it is given up; 0: for ever
    public int perCustomer; // how many jobs of one customer may wait; 0: any number
}
