// The page begins here: it reads the contracts that stand in it, and shows them.
import "./style/base.css";
